/** What of a page is not public, all in one place: which value, why, on which basis, and what the reader may do. */
import type { Disclosed, NoticePath } from "@govgraph/client";
import { type Text, useSay } from "../language.js";
import { hashOf } from "../route.js";
import { useSession } from "../session.js";
import { MASKS, REASONS } from "./words.js";

interface ClosedPanelProps {
  readonly of: Disclosed<unknown>;
  /** By the last name of a path. */
  readonly names: Readonly<Record<string, Text>>;
}

const nameOf = (path: NoticePath, names: ClosedPanelProps["names"]): Text => {
  const last = path.at(-1) ?? "";
  return names[last] ?? { zh: last, en: last };
};

const ALL_OPEN: Text = { zh: "本页内容对您全部公开。", en: "All of this page is open to you." };
const ALL_OPEN_THAT_CAME: Text = {
  zh: "已取得的内容对您全部公开；没有取得的部分不在其内。",
  en: "All that came is open to you; of what did not come nothing is known.",
};

/** The panel; where all is public it says so, of what came. */
export const ClosedPanel = ({ of: { withheld, masked, errors }, names }: ClosedPanelProps) => {
  const say = useSay();
  const { session, signIn } = useSession();
  const mayHelp = session === undefined && withheld.some(({ remedy }) => remedy.kind === "SIGN_IN");
  return (
    <section className="closed" aria-labelledby="closed">
      <h2 id="closed">{say({ zh: "哪些不公开，为什么", en: "What is not public, and why" })}</h2>
      {withheld.length + masked.length === 0 && <p>{say(errors.length === 0 ? ALL_OPEN : ALL_OPEN_THAT_CAME)}</p>}
      <ul>
        {withheld.map((notice) => (
          <li key={notice.path.join(".")}>
            <h3>
              {say(nameOf(notice.path, names))} <Times count={notice.count} />
              <span className="tag tag-withheld">{say(REASONS[notice.reason])}</span>
            </h3>
            <p>{notice.explanation}</p>
            <p className="quiet">{notice.remedy.detail}</p>
          </li>
        ))}
        {masked.map((notice) => (
          <li key={notice.path.join(".")}>
            <h3>
              {say(nameOf(notice.path, names))} <Times count={notice.count} />
              <span className="tag tag-masked">{say(MASKS[notice.mask])}</span>
            </h3>
          </li>
        ))}
      </ul>
      <p className="actions">
        {mayHelp && (
          <button type="button" className="button" onClick={() => void signIn()}>
            {say({ zh: "登录后再看", en: "Sign in to see more" })}
          </button>
        )}
        <a href={hashOf(["closed"])}>{say({ zh: "全部负面清单", en: "The whole negative list" })}</a>
      </p>
    </section>
  );
};

const Times = ({ count }: { readonly count: number | null }) => {
  const say = useSay();
  if (count === null || count === 1) return null;
  return <span className="quiet">{say({ zh: `${count} 处 `, en: `${count} times ` })}</span>;
};
