/** When a notice was published and how long it holds, in words. */
import type { NoticeCard } from '../shared/bindings/NoticeCard';
import { dayEndingAt, writeDateTime } from '../shared/dates';
import type { Say } from '../shared/words';

export interface NoticeTimes {
  issued: string;
  until: string | undefined;
}

export function noticeTimes(say: Say, language: string, notice: NoticeCard): NoticeTimes {
  return {
    issued: say('notice-issued', {
      issuer: notice.issuer,
      when: writeDateTime(language, notice.published),
    }),
    until: notice.expires === null ? undefined : untilWhen(say, language, notice.expires),
  };
}

/** A notice that ends at midnight ends, for people, with the day before. */
function untilWhen(say: Say, language: string, expires: string): string {
  const lastDay = dayEndingAt(language, expires);
  return lastDay
    ? say('notice-until-end-of', { date: lastDay })
    : say('notice-until', { when: writeDateTime(language, expires) });
}
