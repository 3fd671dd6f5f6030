import { plainWorld } from '../demo/demoContext.ts'

/**
 * Returns the name of the session cookie that all tabs in a world of the demo share. Browsers send a cookie to all ports and folders
 * of a host name, so the name contains the port, the folder and the world. The host's cookies have other names.
 *
 * @param page the page's location.
 * @param base the base path of the application.
 */
export function demoCookieName(
  { port, protocol }: Pick<Location, 'port' | 'protocol'>,
  base: string,
  world: string,
): string {
  const visiblePort = port || (protocol === 'https:' ? '443' : '80')
  const place = (world === plainWorld ? '' : world) + base
  return `edesk_demo_session_${visiblePort}_${encodeURIComponent(place)}`
}
