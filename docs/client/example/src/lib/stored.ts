import { useEffect, useState } from "react";

/** State of React that outlives a reload of the tab. */
export function useStored<T>(name: string, initial: T) {
  const [value, setValue] = useState<T>(() => {
    const text = sessionStorage.getItem(name);
    return text === null ? initial : (JSON.parse(text) as T);
  });
  useEffect(() => sessionStorage.setItem(name, JSON.stringify(value)), [name, value]);
  return [value, setValue] as const;
}
