import { plainWorld } from '../demo/demoContext.ts'
import { visiblePort } from './visiblePort.ts'

/**
 * Returns the name of the session cookie that all tabs in a world of the demo share. Browsers send a cookie to all ports and paths
 * of a host name, so the name contains the port, the base path and the world. The host's cookies have other names.
 *
 * @param page the page's location.
 * @param base the base path of the application.
 */
export function demoCookieName(
  page: Pick<Location, 'port' | 'protocol'>,
  base: string,
  world: string,
): string {
  const worldAndBase = (world === plainWorld ? '' : world) + base
  return `edesk_demo_session_${visiblePort(page)}_${encodeURIComponent(worldAndBase)}`
}
