import { Screen } from './screen.ts'

/** What stands above every page of eDesk. */
export class Header extends Screen {
  readonly banner = this.page.getByRole('banner')
  readonly navigation = this.page.getByRole('navigation', { name: 'Main', exact: true })
  readonly accountMenu = this.page.getByRole('button', { name: /^Account of / })

  async logOut(): Promise<void> {
    await this.accountMenu.click()
    await this.page.getByRole('menuitem', { name: 'Log out', exact: true }).click()
  }

  async goToTickets(): Promise<void> {
    await this.navigation.getByRole('link', { name: 'Tickets', exact: true }).click()
  }

  async goToSettings(): Promise<void> {
    await this.navigation.getByRole('link', { name: 'Settings', exact: true }).click()
  }
}
