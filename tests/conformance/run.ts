import { conformanceSuite } from './script.ts'
import type { StepResponse, StepRequest } from './step.ts'

/** One step of the suite with its response. */
export interface StepResult {
  title: string
  expected: number
  request: StepRequest
  response: StepResponse
}

/** Runs the suite, and returns every step with its response. The caller provides the function that sends the requests. */
export async function runSuite(
  send: (request: StepRequest) => Promise<StepResponse>,
): Promise<StepResult[]> {
  const results: StepResult[] = []
  const script = conformanceSuite()
  let next = script.next()
  while (!next.done) {
    const { title, expected, request } = next.value
    const { status, headers, body } = await send(request)
    const response = { status, headers, body }
    results.push({ title, expected, request, response })
    next = script.next(response)
  }
  return results
}
