/** All journeys in one file, so that each engine uses one worker and one browser for all of them. */
import './journeys/article.ts'
import './journeys/clipboard.ts'
import './journeys/demoPanel.ts'
import './journeys/foundKeys.ts'
import './journeys/keySecrecy.ts'
import './journeys/offline.ts'
import './journeys/pages.ts'
import './journeys/storage.ts'
