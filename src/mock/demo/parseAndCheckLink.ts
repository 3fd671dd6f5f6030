import { decodeChanges } from './changesCodec.ts'
import { type DemoLink, DemoLinkError, people, parseLink } from './demoLink.ts'
import { scenarioOf } from './scenarios.ts'

/** Parses a link and checks the values that depend on its scenario. @throws DemoLinkError */
export async function parseAndCheckLink(parameters: URLSearchParams): Promise<DemoLink> {
  const demoLink = parseLink(parameters)
  const { as, changes, scenario } = demoLink
  const { accounts } = scenarioOf(scenario ?? 'empty')
  if (as === 'agent' && accounts.agent === null) {
    throw new DemoLinkError([{ key: 'demo.as', value: 'agent', allowed: ['admin', 'nobody'] }])
  }
  if (as?.includes('@') && scenario) await checkEmail(as, scenario)
  if (changes !== undefined) {
    await decodeChanges(changes).catch(() => {
      const allowed = ['a value created by “Copy link”']
      throw new DemoLinkError([{ key: 'demo.changes', value: changes, allowed }])
    })
  }
  return demoLink
}

/** @throws DemoLinkError that lists the people of the scenario, if it has no user with this email. */
async function checkEmail(email: string, name: NonNullable<DemoLink['scenario']>): Promise<void> {
  const scenario = scenarioOf(name)
  const { users } = await scenario.world(new Date(scenario.startsAt))
  const emails = users.map((user) => user.email)
  if (emails.includes(email.toLowerCase())) return
  throw new DemoLinkError([{ key: 'demo.as', value: email, allowed: [...people, ...emails] }])
}
