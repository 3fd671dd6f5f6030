/** Adds the messages of every subject. For the kits, which mount any component without its page. */
import.meta.glob(['./*.ts', '!./i18n.ts'], { eager: true })
