/** Which notices the idle screen shows at once, and in which order it turns through them. */
import type { NoticeCard } from '../shared/bindings/NoticeCard';

/** The screen greets; it is no notice board. */
const PLACES = 2;

function inPages(notices: NoticeCard[], places: number): NoticeCard[][] {
  const pages: NoticeCard[][] = [];
  for (let start = 0; start < notices.length; start += places)
    pages.push(notices.slice(start, start + places));
  return pages;
}

/**
 * The pages to turn through, none where there is no notice. Every notice stands on one of them,
 * and where there is an emergency, one stands on each.
 */
export function noticePages(notices: NoticeCard[]): NoticeCard[][] {
  const emergencies = notices.filter((notice) => notice.emergency);
  const others = notices.filter((notice) => !notice.emergency);
  if (others.length === 0) return inPages(emergencies, PLACES);
  if (emergencies.length < PLACES)
    return inPages(others, PLACES - emergencies.length).map((page) => [...emergencies, ...page]);
  const beside = (index: number): NoticeCard[] => {
    const at = index % emergencies.length;
    return emergencies.slice(at, at + PLACES - 1);
  };
  const rest = inPages(others, 1).map((page, index) => [...beside(index), ...page]);
  return [...inPages(emergencies, PLACES), ...rest];
}
