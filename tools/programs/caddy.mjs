/** Finds the Caddy for the test of docs/deploy/Caddyfile. */
import { onPath } from './systemPackages.mjs'

/**
 * Finds a Caddy: CADDY_PATH if it is set, else an installed one.
 *
 * @returns {string | undefined} the path of the executable.
 */
export function findCaddy() {
  return process.env.CADDY_PATH ?? onPath(['caddy'], ['/usr/local/bin', '/opt/homebrew/bin'])
}
