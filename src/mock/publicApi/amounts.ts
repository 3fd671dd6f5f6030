/** More is no amount of money, weight or pieces that anybody has; a limit of ours. It also keeps sums exact. */
const largestAmount = 1e9

/** Whether a number can be an amount. JSON may hold `1e999`, which is infinite once read. */
export function isAmount(amount: number): boolean {
  return Math.abs(amount) <= largestAmount
}

/** An amount of money to the cent. */
export function inCents(amount: number): number {
  return Math.round(amount * 100) / 100
}
