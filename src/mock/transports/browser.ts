export async function startBackend(_o: { base: string }): Promise<{ restart(): Promise<void> }> {
  return { restart: async () => undefined }
}
