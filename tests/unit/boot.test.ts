import { createHash } from 'node:crypto'
import { glob, readFile } from 'node:fs/promises'
import vm from 'node:vm'

import { describe, expect, it } from 'vitest'

import { firstPathSegments, tokenListPath } from '#src/app/pathSegments.ts'

import { bootScript, bootScriptHash } from '../../tools/generated/bootScript.ts'
import { pageHeaders } from '../../tools/serve/securityHeaders.ts'

describe('the base path found by the boot script', () => {
  it.each([
    ['/', '/'],
    ['/login', '/'],
    ['/settings/api-tokens/x/key', '/'],
    ['/nonsense', '/'],
    ['/no/such/page', '/'],
    ['/tickets/login', '/'],
    ['/settings/api-tokens/', '/'],
    ['/edesk/', '/edesk/'],
    ['/edesk', '/edesk/'],
    ['/edesk/index.html', '/edesk/'],
    ['/edesk/demo', '/edesk/'],
    ['/edesk/settings/api-tokens/x/key', '/edesk/'],
    ['/edesk/nonsense', '/edesk/'],
    ['/edesk/no/such/page', '/edesk/'],
    ['/edesk/tickets/settings/x', '/edesk/'],
    ['/a/b/c/tickets/3', '/a/b/c/'],
    ['/demo/', '/demo/'],
    ['/demo', '/demo/'],
    ['/demo/demo', '/demo/'],
    ['/demo/settings/api-tokens', '/demo/'],
    ['/demo/settings/api-tokens/x', '/demo/'],
    ['/help/edesk/login', '/help/edesk/'],
    ['/help/edesk/settings/api-tokens/x', '/help/edesk/'],
    ['/help/edesk/no/such/page', '/help/edesk/'],
    ['/a/b/c/settings/api-tokens/x', '/a/b/c/'],
    ['/help/edesk/tickets/settings', '/help/edesk/'],
    ['/apps/edesk/', '/apps/edesk/'],
  ])('for %s is %s', async (pathname, folder) => {
    const { base, imported } = await boot(pathname, folder)
    expect(base).toBe(folder)
    expect(imported).toEqual([`https://example.com${folder}assets/index-1.js`])
  })

  it.each(['/', '/login', '/edesk/', '/edesk/settings/api-tokens/new', '/a/b/c/tickets/3'])(
    'is found without retries for %s',
    async (pathname) => {
      const folder = /^(\/(?:edesk|a\/b\/c))?\//.exec(pathname)?.[0] ?? ''
      const { links } = await boot(pathname, folder)
      expect(links).toEqual([
        `icon https://example.com${folder}favicon.svg`,
        `modulepreload https://example.com${folder}assets/index-1.js`,
        `modulepreload https://example.com${folder}assets/browser-1.js`,
        `stylesheet https://example.com${folder}assets/index-1.css`,
      ])
    },
  )

  it('is on the same origin if the path looks like another host', async () => {
    const { base, links, imported } = await boot('//elsewhere.example/login', '/')
    expect(base).toBe('/')
    expect(
      [...links, ...imported].map((link) => new URL(link.split(' ').pop() ?? '').host),
    ).toEqual(Array(links.length + 1).fill('example.com'))
  })

  it('is used for the icon after a wrong first guess', async () => {
    const { links, icons } = await boot('/tickets/login', '/')
    expect(links.filter((link) => link.startsWith('icon'))).toHaveLength(2)
    expect(icons).toEqual(['https://example.com/favicon.svg'])
  })

  it('is the most likely one if no file can be loaded', async () => {
    expect(await boot('/edesk/login', '/unreachable/')).toMatchObject({ base: '/edesk/' })
  })
})

it.each(['/settings/api-tokens', '/edesk/settings/api-tokens'])(
  'the boot script preloads the files of the token list for %s',
  async (pathname) => {
    const folder = pathname.replace(tokenListPath, '')
    const { links } = await boot(pathname, folder)
    expect(links).toContain(`modulepreload https://example.com${folder}assets/list-1.js`)
    expect(links).toContain(`preload style https://example.com${folder}assets/list-1.css`)
  },
)

describe('the text for unsupported browsers', () => {
  it('is removed in a supported browser', async () => {
    expect(await boot('/', '/')).toMatchObject({ saysTooOld: false })
  })

  it.each(['Promise.withResolvers', 'Intl.Segmenter'])(
    'stays, and the application does not start, without %s',
    (missing) => {
      const { links, page } = run('/', '/', `delete ${missing}`)
      expect(page.saysTooOld).toBe(true)
      expect(links).toEqual([])
    },
  )
})

it('the Content-Security-Policy allows the boot script and no other inline script', () => {
  const hash = createHash('sha256').update(bootScript).digest('base64')
  expect(bootScriptHash).toBe(`'sha256-${hash}'`)
  expect(pageHeaders['Content-Security-Policy'].split('; ')).toContain(
    `script-src 'self' 'sha256-${hash}'`,
  )
})

it('no code uses the base path from Vite, which is not the real one', async () => {
  const wrong: string[] = []
  for await (const file of glob('src/**/*.{ts,vue}')) {
    if ((await readFile(file, 'utf8')).includes('env.BASE_URL')) wrong.push(file)
  }
  expect(wrong).toEqual([])
})

interface Link extends EventTarget {
  rel: string
  as: string
  href: string
}

/** Runs the script at a path of https://example.com, on a server that has the files in one folder. */
async function boot(pathname: string, folder: string) {
  const { links, imported, page, started } = run(pathname, folder)
  await started
  return { ...page, links, imported, icons: page.icons.map(({ href }) => href) }
}

/** Runs the script without waiting for the application. Runs `first` before the script. */
function run(pathname: string, folder: string, first = '') {
  const links: string[] = []
  const imported: string[] = []
  const started = Promise.withResolvers<undefined>()
  const page = { base: '', saysTooOld: true, icons: [] as Link[] }
  const dataset = {
    set base(base: string) {
      page.base = base
    },
  }
  const document = {
    documentElement: { dataset },
    currentScript: {
      dataset: {
        pages: firstPathSegments.join(' '),
        entry: 'assets/index-1.js',
        styles: 'assets/index-1.css',
        ahead: 'assets/browser-1.js',
        listPath: tokenListPath,
        listFiles: 'assets/list-1.js assets/list-1.css',
        icon: 'favicon.svg',
      },
    },
    readyState: 'loading',
    addEventListener: (name: string, listener: () => void) => {
      if (name === 'DOMContentLoaded') setImmediate(listener)
    },
    querySelector: (selector: string) =>
      selector === '#too-old' ? { remove: () => (page.saysTooOld = false) } : null,
    createElement: () =>
      Object.assign(new EventTarget(), {
        rel: '',
        as: '',
        href: '',
        remove(this: Link) {
          page.icons.splice(page.icons.indexOf(this), 1)
        },
      }),
    head: {
      append(link: Link) {
        if (link.rel === 'icon') page.icons.push(link)
        links.push(`${link.rel} ${link.as} ${link.href}`.replace('  ', ' '))
        const there = link.href.startsWith(`https://example.com${folder}assets/`)
        queueMicrotask(() => link.dispatchEvent(new Event(there ? 'load' : 'error')))
      },
    },
  }
  vm.runInNewContext(`${first};\n${bootScript.replace('import(', 'load(')}`, {
    document,
    // The page finishes loading as soon as the script has run.
    MutationObserver: class {
      constructor(callback: (changes: [], observer: object) => void) {
        queueMicrotask(() => callback([], this))
      }
      observe() {}
      disconnect() {}
    },
    location: { pathname, origin: 'https://example.com' },
    load(address: string) {
      imported.push(address)
      started.resolve(undefined)
    },
  })
  return { links, imported, page, started: started.promise }
}
