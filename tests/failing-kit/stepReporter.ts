import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import type { Reporter, TestCase, TestResult, TestStep } from '@playwright/test/reporter'

/** A step of a test, as a report shows it. */
export interface ReportedStep {
  category: string
  title: string
  /** The file and the line. */
  place: string
}

/** The steps of a test, and the places of its errors. */
export interface ReportedTest {
  steps: ReportedStep[]
  errors: string[]
}

/** Writes the steps, their own steps and the errors of each test to a file, with their places, which the JSON report does not have. */
export default class StepReporter implements Reporter {
  readonly #tests: Record<string, ReportedTest> = {}

  onTestEnd({ title }: TestCase, { steps, errors }: TestResult): void {
    this.#tests[title] = {
      steps: steps.flatMap((step) => [step, ...step.steps]).map(toReportedStep),
      errors: errors.map(({ location }) => placeOf(location)),
    }
  }

  onEnd(): void {
    const folder = process.env.FAILING_OUTPUT ?? 'test-results'
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, 'steps.json'), JSON.stringify(this.#tests))
  }
}

function toReportedStep({ category, title, location }: TestStep): ReportedStep {
  return { category, title, place: placeOf(location) }
}

function placeOf(location: TestStep['location']): string {
  return location ? `${path.basename(location.file)}:${location.line}` : ''
}
