/** Upper limit for any amount of money, weight or pieces. It is ours, not eDesk's, and keeps sums exact. */
const maxAmount = 1e9

/** Whether a number is within the limit. JSON may contain `1e999`, which parses to Infinity. */
export function isAmount(amount: number): boolean {
  return Math.abs(amount) <= maxAmount
}

/** Rounds an amount of money to the cent. */
export function inCents(amount: number): number {
  return Math.round(amount * 100) / 100
}
