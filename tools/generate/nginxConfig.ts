import { assetHeaders, pageHeaders, workerHeaders } from '../serve/securityHeaders.ts'

type Headers = Readonly<Record<string, string>>

/** The headers for each kind of response. tools/serve/staticFiles.ts distinguishes the same kinds. */
const kinds: Readonly<Record<string, Headers>> = {
  page: pageHeaders,
  worker: workerHeaders,
  asset: assetHeaders,
}
const names = [...new Set(Object.values(kinds).flatMap((headers) => Object.keys(headers)))]

/** Returns docs/deploy/nginx.conf: one site at a domain's root, and one under a path. */
export function nginxConfig(): string {
  return `# Generated from tools/serve/securityHeaders.ts by \`npm run generate\`. Read docs/deploying.md.
#
# Put the content of dist/demo into /srv/edesk, and this file into the folder of nginx's sites, such as /etc/nginx/conf.d.
# Keep one of the two servers below.

# A build for a real service, dist/real, needs no Trusted Types policy: replace "trusted-types edesk" with "trusted-types 'none'".

# What is sent: a file whose name changes with its content, the service worker, or else a page.
map "$status $uri" $edesk_kind {
  default page;
  "~^(200|206|304) .*/assets/[^/]+$" asset;
  "~/mockServiceWorker\\.js$" worker;
}
${names.map(mapOf).join('')}
# 1. At a domain's root: https://edesk.example.com/
server {
  listen 80; # and with TLS, which a demo for others needs: listen 443 ssl; ssl_certificate …; ssl_certificate_key …;
  server_name edesk.example.com;

${headerLines()}
${locations({ path: '/', root: '/srv/edesk' })}}

# 2. Below a path: https://www.example.com/edesk/
server {
  listen 80;
  server_name www.example.com;

${headerLines()}
  location = /edesk {
    return 301 /edesk/;
  }
${locations({ path: '/edesk/', root: '/srv' })}}
`
}

/** Maps the kind of response to a header's value. Without an entry, the value is empty, and nginx omits the header. */
function mapOf(name: string): string {
  const values = Object.entries(kinds).flatMap(([kind, headers]) =>
    headers[name] === undefined ? [] : [`  ${kind} "${headers[name]}";\n`],
  )
  return values.length === 0 || isTheSame(name) ? '' : mapBlock(name, values)
}

function mapBlock(name: string, values: readonly string[]): string {
  return `map $edesk_kind ${variable(name)} {\n${values.join('')}}\n`
}

function headerLines(): string {
  const lines = names.map((name) => {
    const value = isTheSame(name)
      ? `"${pageHeaders[name as keyof typeof pageHeaders]}"`
      : variable(name)
    return `  add_header ${name} ${value} always;\n`
  })
  return `${lines.join('')}
  # The files beside the scripts and styles, compressed when they were built. With the brotli module: brotli_static on;
  gzip_static on;
  gzip_vary on;
  absolute_redirect off;
`
}

function locations({ path, root }: { path: string; root: string }): string {
  return `  location ${path} {
    root ${root};
    try_files $uri ${path}index.html;
  }
  location ${path}assets/ {
    root ${root};
    try_files $uri =404;
  }
  # Only for Netlify and Cloudflare.
  location ~ ^${path}_(headers|redirects)$ {
    default_type text/plain;
    return 404 "Not found\\n";
  }
  # The demo answers these in the browser. A real service: proxy_pass to it, in place of both lines.
  location ~ ^${path}(api|v1)/ {
    default_type text/plain;
    return 404 "Not found\\n";
  }
`
}

function isTheSame(name: string): boolean {
  return new Set(Object.values(kinds).map((headers) => headers[name])).size === 1
}

function variable(name: string): string {
  return `$edesk_${name.toLowerCase().replaceAll('-', '_')}`
}
