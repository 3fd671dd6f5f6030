import { createHash } from 'node:crypto'
import { glob, readFile } from 'node:fs/promises'
import vm from 'node:vm'

import { describe, expect, it } from 'vitest'

import { pageWords } from '#src/app/pageWords.ts'

import { bootScript, bootScriptHash } from '../../tools/generated/bootScript.ts'
import { pageHeaders } from '../../tools/securityHeaders.ts'

describe('the boot script finds the folder that the application is served from', () => {
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
  ])('%s is of %s', async (pathname, folder) => {
    const { base, imported } = await boot(pathname, folder)
    expect(base).toBe(folder)
    expect(imported).toEqual([`https://example.com${folder}assets/index-1.js`])
  })

  it.each(['/', '/login', '/edesk/', '/edesk/settings/api-tokens', '/a/b/c/tickets/3'])(
    'and asks for all that %s needs at once, without trying',
    async (pathname) => {
      const folder = /^(\/(?:edesk|a\/b\/c))?\//.exec(pathname)?.[0] ?? ''
      const { links } = await boot(pathname, folder)
      expect(links).toEqual([
        `modulepreload https://example.com${folder}assets/index-1.js`,
        `modulepreload https://example.com${folder}assets/browser-1.js`,
        `stylesheet https://example.com${folder}assets/index-1.css`,
        `icon https://example.com${folder}favicon.svg`,
      ])
    },
  )

  it('stays on its own host where the path begins as the address of another', async () => {
    const { base, links, imported } = await boot('//elsewhere.example/login', '/')
    expect(base).toBe('/')
    expect(
      [...links, ...imported].map((link) => new URL(link.split(' ').pop() ?? '').host),
    ).toEqual(Array(links.length + 1).fill('example.com'))
  })

  it('starts at the likeliest place where nothing could be fetched', async () => {
    expect(await boot('/edesk/login', '/unreachable/')).toMatchObject({ base: '/edesk/' })
  })
})

it('the policy of pages allows the boot script, and no other that stands in a page', () => {
  const hash = createHash('sha256').update(bootScript).digest('base64')
  expect(bootScriptHash).toBe(`'sha256-${hash}'`)
  expect(pageHeaders['Content-Security-Policy'].split('; ')).toContain(
    `script-src 'self' 'sha256-${hash}'`,
  )
})

it('nothing takes the folder from Vite, which does not know it', async () => {
  const wrong: string[] = []
  for await (const file of glob('src/**/*.{ts,vue}')) {
    if ((await readFile(file, 'utf8')).includes('env.BASE_URL')) wrong.push(file)
  }
  expect(wrong).toEqual([])
})

interface Link extends EventTarget {
  rel: string
  href: string
}

/** Runs the script at an address of https://example.com, on a server that has the files in one folder. */
async function boot(pathname: string, folder: string) {
  const links: string[] = []
  const imported: string[] = []
  const started = Promise.withResolvers<undefined>()
  const dataset: { base?: string } = {}
  const document = {
    documentElement: { dataset },
    currentScript: {
      dataset: {
        pages: pageWords.join(' '),
        entry: 'assets/index-1.js',
        styles: 'assets/index-1.css',
        ahead: 'assets/browser-1.js',
        icon: 'favicon.svg',
      },
    },
    createElement: () => Object.assign(new EventTarget(), { rel: '', href: '' }),
    head: {
      append(link: Link) {
        links.push(`${link.rel} ${link.href}`)
        const there = link.href.startsWith(`https://example.com${folder}assets/`)
        queueMicrotask(() => link.dispatchEvent(new Event(there ? 'load' : 'error')))
      },
    },
  }
  vm.runInNewContext(bootScript.replace('import(', 'load('), {
    document,
    location: { pathname, origin: 'https://example.com' },
    load(address: string) {
      imported.push(address)
      started.resolve(undefined)
    },
  })
  await started.promise
  return { base: dataset.base, links, imported }
}
