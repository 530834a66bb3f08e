/**
 * Calls `turn` again and again, `ms` milliseconds apart, for as long as the page is seen; while it
 * is hidden no timer runs. Gives back what ends it.
 */
export function whileSeen(turn: () => void, ms: number): () => void {
  let timer: ReturnType<typeof setInterval> | undefined;
  const follow = (): void => {
    clearInterval(timer);
    timer = document.hidden ? undefined : setInterval(turn, ms);
  };
  document.addEventListener('visibilitychange', follow);
  follow();
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', follow);
  };
}
