import { conversation } from './script.ts'
import type { Answer, Sent } from './step.ts'

/** One step of the conversation with its response. */
export interface Exchange {
  title: string
  expected: number
  sent: Sent
  answer: Answer
}

/** Runs the conversation, and returns every step with its response. The caller provides the function that sends the requests. */
export async function runConversation(send: (sent: Sent) => Promise<Answer>): Promise<Exchange[]> {
  const exchanges: Exchange[] = []
  const script = conversation()
  let next = script.next()
  while (!next.done) {
    const { title, expected, sent } = next.value
    const { status, headers, body } = await send(sent)
    const answer = { status, headers, body }
    exchanges.push({ title, expected, sent, answer })
    next = script.next(answer)
  }
  return exchanges
}
