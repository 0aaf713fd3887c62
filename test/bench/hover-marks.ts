/** Marks the line of the console in which the host's measurement stands as JSON. */
export const HOVER_TIMES = '@@hover-times ';
