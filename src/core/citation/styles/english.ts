/** `2` to `2nd`. */
export function ordinal(number: string): string {
  const ending = /1\d$/.test(number) ? 'th' : (['th', 'st', 'nd', 'rd'][Number(number.slice(-1))] ?? 'th');
  return number + ending;
}
