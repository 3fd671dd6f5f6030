/** Finds an nginx for the test of docs/deploy/nginx.conf. */
import { onPath } from './systemPackage.mjs'

/**
 * Looks at NGINX_PATH and for an installed nginx.
 *
 * @returns {string | undefined} the path of its program.
 */
export function findNginx() {
  return (
    process.env.NGINX_PATH ??
    onPath(['nginx'], ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin'])
  )
}
