/** Checks the types. What is kept in node_modules makes the next check quicker and says the same. */
export const typesCommand = [
  'vue-tsc',
  '--noEmit',
  '--incremental',
  '--tsBuildInfoFile',
  'node_modules/.cache/types.tsbuildinfo',
] as const
