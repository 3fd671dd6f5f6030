import type { components } from '#src/api/generated/schema.ts'
import { newToken } from '#src/kit/builders.ts'

type Schemas = components['schemas']

/** Sends requests as one person, to a server or to the backend of the kit. */
type Sender<Answer> = (
  method: string,
  path: string,
  sent: { body: unknown; headers: Record<string, string> },
) => Promise<Answer>

let counter = 0

/** Returns an Idempotency-Key that no other test uses. */
function uniqueIdempotencyKey(): string {
  counter += 1
  return `idempotency-${counter}`
}

/** Generates a token as this person. Defaults to a Read-only token named ShipFast. */
export async function createToken<Answer extends { status: number; body: unknown }>(
  person: Sender<Answer>,
  wanted: Partial<Schemas['NewToken']> = {},
  idempotencyKey = uniqueIdempotencyKey(),
) {
  const answered = await person('POST', '/api/tokens', {
    headers: { 'Idempotency-Key': idempotencyKey },
    // `newToken` refuses wrong properties, which some tests send.
    body: { ...newToken(), ...wanted },
  })
  return { ...answered, body: answered.body as Schemas['CreatedToken'] }
}
