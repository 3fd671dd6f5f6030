/** Finds an nginx for the test of docs/deploy/nginx.conf, or installs one. */
import { say } from './setup.mjs'
import { installBySystem, onPath } from './systemPackage.mjs'

/**
 * Looks at NGINX_PATH and for an installed nginx, and then asks the system's package manager for one.
 *
 * @returns {Promise<string | undefined>} the path of its program; undefined where there is none to be had.
 */
export async function findNginx() {
  const found = process.env.NGINX_PATH ?? installed()
  if (found) return found
  say('No nginx found: asking the system’s package manager')
  await installBySystem('nginx-light', 'nginx')
  return installed()
}

function installed() {
  return onPath(['nginx'], ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin'])
}
