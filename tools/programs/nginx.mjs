/** Finds the nginx for the test of docs/deploy/nginx.conf. */
import { onPath } from './systemPackages.mjs'

/**
 * Finds an nginx: NGINX_PATH if it is set, else an installed one.
 *
 * @returns {string | undefined} the path of the executable.
 */
export function findNginx() {
  return (
    process.env.NGINX_PATH ??
    onPath(['nginx'], ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin'])
  )
}
