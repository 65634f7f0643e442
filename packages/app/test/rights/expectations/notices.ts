import { chooseMail, readNoticeChoices, setQuietHours } from '../../../src/notices/choices.js'
import { listNotices } from '../../../src/notices/list-notices.js'
import { markAllRead, markRead } from '../../../src/notices/mark-read.js'
import type { Expectation } from '../expectation.js'

const SOME = '019b8a5e-0000-7000-8000-000000000001'

/** Expected: one's own notices and choices, and nobody else's (`notices/notices.test.ts`). */
export const NOTICES: readonly Expectation[] = [
  {
    useCase: 'listNotices',
    may: 'self',
    attempt: ({ platform }, actor) => listNotices(platform, actor, {}),
  },
  {
    useCase: 'markRead',
    may: 'self',
    attempt: ({ platform }, actor) => markRead(platform, actor, { noticeIds: [SOME] }),
  },
  {
    useCase: 'markAllRead',
    may: 'self',
    attempt: ({ platform }, actor) => markAllRead(platform, actor, { upTo: SOME }),
  },
  {
    useCase: 'readNoticeChoices',
    may: 'self',
    attempt: ({ platform }, actor) => readNoticeChoices(platform, actor),
  },
  {
    useCase: 'chooseMail',
    may: 'self',
    attempt: ({ platform }, actor) => chooseMail(platform, actor, { kind: 'review', mail: false }),
  },
  {
    useCase: 'setQuietHours',
    may: 'self',
    attempt: ({ platform }, actor) =>
      setQuietHours(platform, actor, { since: '20:00', until: '08:00' }),
  },
]
