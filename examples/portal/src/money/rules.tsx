/** Whether the money of an indicator adds up, rule by rule: what breaks one, and what is not shown whole. */
import type { NotShownReason } from "../gql/graphql.js";
import { type Text, useSay } from "../language.js";
import type { Allotment } from "./flow.js";

/** Why a rule is not shown whole. */
const NOT_SHOWN: Readonly<Record<NotShownReason, Text>> = {
  FEWER_THAN_FIVE: {
    zh: "已显示的部分相符；其余涉及不足五人，不予显示",
    en: "What is shown is in order; the rest is about fewer than five persons, and not shown",
  },
};

/** The rules; one that is not shown whole is not called kept. */
export const Rules = ({ of }: { readonly of: Allotment["reconciliation"] }) => {
  const say = useSay();
  const broken = of.rules.filter(({ outcome }) => outcome === "BROKEN");
  const inPart = of.rules.filter(({ outcome }) => outcome === "NOT_SHOWN");
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">{say({ zh: "账对得上吗", en: "Does it add up?" })}</h2>
      <p className={broken.length > 0 ? "note note-bad" : "note"}>
        {broken.length > 0
          ? say({
              zh: `截至 ${of.asOf}，有 ${broken.length} 项不符：`,
              en: `As of ${of.asOf}, broken: ${broken.length}`,
            })
          : inPart.length > 0
            ? say({
                zh: `截至 ${of.asOf}，已显示的部分没有不符。`,
                en: `As of ${of.asOf} nothing that is shown is wrong.`,
              })
            : say({ zh: `截至 ${of.asOf}，没有发现不符。`, en: `As of ${of.asOf} nothing is wrong.` })}
      </p>
      <ul className="records">
        {broken.map(({ rule, description, offenderCount }) => (
          <li key={rule}>
            <p>
              <strong>{rule}</strong> {description}{" "}
              <span className="tag tag-required">
                {say({ zh: `${offenderCount} 处`, en: `${offenderCount} found` })}
              </span>
            </p>
          </li>
        ))}
        {inPart.map(({ rule, description, notShown }) => (
          <li key={rule}>
            <p>
              <strong>{rule}</strong> {description}{" "}
              <span className="tag tag-withheld">{say(NOT_SHOWN[notShown ?? "FEWER_THAN_FIVE"])}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};
