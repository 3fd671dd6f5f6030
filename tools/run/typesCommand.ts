/** Checks the types. The build info in node_modules only makes the next check faster. */
export const typesCommand = [
  'vue-tsc',
  '--noEmit',
  '--incremental',
  '--tsBuildInfoFile',
  'node_modules/.cache/types.tsbuildinfo',
] as const
