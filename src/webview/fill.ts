/** The text with `{0}`, `{1}` … replaced. */
export const fill = (template: string, ...parts: readonly (string | number)[]): string =>
  template.replace(/\{(\d)\}/g, (whole, index: string) => String(parts[Number(index)] ?? whole));
