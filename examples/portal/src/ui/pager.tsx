/** Pages of a list: forward by the graph's cursor, back by the cursors of the pages that were shown. */
import { useState } from "react";
import { useSay } from "../language.js";

/** Where in a list the reader is: `after` of the present page, and the ways on and back. */
export interface Place {
  readonly after: string | null;
  readonly page: number;
  readonly on: (endCursor: string) => void;
  readonly back: () => void;
}

/** Begins at the first page, and begins again when what is asked for (`of`) changes. */
export const usePlace = (of: string): Place => {
  const [{ asked, cursors }, setPlace] = useState<{ asked: string; cursors: readonly string[] }>({
    asked: of,
    cursors: [],
  });
  const shown = asked === of ? cursors : [];
  return {
    after: shown.at(-1) ?? null,
    page: shown.length + 1,
    on: (endCursor) => setPlace({ asked: of, cursors: [...shown, endCursor] }),
    back: () => setPlace({ asked: of, cursors: shown.slice(0, -1) }),
  };
};

/** What a page says of the next one. */
export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor?: string | null | undefined;
}

interface PagerProps {
  readonly place: Place;
  readonly info: PageInfo;
}

/** The buttons; nothing where the list is one page. */
export const Pager = ({ place, info }: PagerProps) => {
  const say = useSay();
  const { endCursor } = info;
  if (place.page === 1 && !info.hasNextPage) return null;
  return (
    <nav className="pager" aria-label={say({ zh: "分页", en: "Pages" })}>
      <button type="button" className="button button-quiet" disabled={place.page === 1} onClick={place.back}>
        {say({ zh: "上一页", en: "Back" })}
      </button>
      <span>{say({ zh: `第 ${place.page} 页`, en: `Page ${place.page}` })}</span>
      <button
        type="button"
        className="button button-quiet"
        disabled={!info.hasNextPage || !endCursor}
        onClick={() => endCursor && place.on(endCursor)}
      >
        {say({ zh: "下一页", en: "Next" })}
      </button>
    </nav>
  );
};
