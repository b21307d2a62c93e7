/** Lists on which a body is. */
import { shownAt } from "@govgraph/client";
import { useSay } from "../language.js";
import { Value } from "../ui/value.js";
import type { CreditAnswer, CreditOrganization } from "./organization.js";
import { Records } from "./records.js";
import { LIST_KINDS } from "./words.js";
import { Said } from "../ui/said.js";

interface ListEntriesProps {
  readonly of: CreditOrganization["listEntries"];
  readonly answer: CreditAnswer;
}

/** The list. */
export const ListEntries = ({ of, answer }: ListEntriesProps) => {
  const say = useSay();
  return (
    <Records
      id="lists"
      title={{ zh: "列入名单", en: "Lists" }}
      none={{ zh: "没有列入任何名单。", en: "It is on no list." }}
      answer={answer}
      field="listEntries"
      of={of}
    >
      {(entry, index) => (
        <>
          <h3>
            <Said>{entry.list}</Said>{" "}
            <span className={`tag tag-${entry.kind === "SERIOUS" ? "required" : "plain"}`}>
              {say(LIST_KINDS[entry.kind])}
            </span>
          </h3>
          <p className="quiet">
            {[entry.authority?.name, entry.listedOn, entry.expiresOn && `→ ${entry.expiresOn}`]
              .filter(Boolean)
              .join(" · ")}
          </p>
          <p>
            <Value of={shownAt(answer, ["organization", "listEntries", "nodes", index, "reason"])}>
              {(reason) => <Said>{String(reason)}</Said>}
            </Value>
          </p>
        </>
      )}
    </Records>
  );
};
