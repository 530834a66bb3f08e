/**
 * Lucide's icons as lists of shapes. The few of the screens come with them; a topic's icon can be
 * any of the set by its name, so the whole set is loaded when the first topic is shown.
 */
import type { IconNode } from 'lucide';
import { File } from 'lucide';

export type { IconNode };

/** What an unknown name is drawn as. */
export const plainSheet: IconNode = File;

/** `id-card` → `IdCard`, `trash-2` → `Trash2`: the set's own way of naming. */
export function exportedName(name: string): string {
  return name
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

let whole: Promise<Record<string, IconNode>> | undefined;

/** Fetches the set while nobody waits for it. */
export const fetchIcons = (): void => void topicIcon('file');

/** The icon of a topic by its name in the set. */
export async function topicIcon(name: string | null): Promise<IconNode> {
  if (name === null) return plainSheet;
  whole ??= import('./whole-icon-set').then((set) => set.icons);
  return (await whole)[exportedName(name)] ?? plainSheet;
}
