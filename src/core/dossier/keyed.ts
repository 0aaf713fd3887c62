/** The part of maps and weak maps that the helpers here need. */
interface Keyed<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

/** What a map has under a key; what `make` gives, from then on, where it has nothing. */
export function getOrAdd<Key, Value>(map: Keyed<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/** Adds a value to the list that a map has under a key. */
export function addTo<Key, Value>(map: Keyed<Key, Value[]>, key: Key, value: Value): void {
  getOrAdd(map, key, (): Value[] => []).push(value);
}

/** A function that answers once for each object and remembers the answer as long as the object lives. */
export function onceFor<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return key => getOrAdd(known, key, () => make(key));
}
