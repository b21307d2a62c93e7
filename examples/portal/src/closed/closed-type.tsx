/** What is not public of one kind of record. */
import { type NegativeListQuery, TypeTermsDocument } from "../gql/graphql.js";
import { useAsk } from "../graph.js";
import { useSay } from "../language.js";
import { MASKS, REASONS } from "../ui/words.js";
import { AUDIENCES, termOf } from "./words.js";

type Entry = NonNullable<NegativeListQuery["negativeList"]["nodes"][number]>;

/** A table with the fields of a type; until the graph has said what they are called, they have their names of the schema. */
export const ClosedType = ({ name, of }: { readonly name: string; readonly of: readonly Entry[] }) => {
  const say = useSay();
  const { asked } = useAsk(TypeTermsDocument, { name });
  const type = asked.state === "answered" ? asked.answer.data?.__type : undefined;
  const termOfField = (field: string) => termOf(field, type?.fields?.find((each) => each.name === field)?.description);
  return (
    <section aria-label={say(termOf(name, type?.description))}>
      <h2>{say(termOf(name, type?.description))}</h2>
      <div className="table" role="region" tabIndex={0} aria-label={say({ zh: `${name} 表`, en: `Table of ${name}` })}>
        <table className="table-closed">
          <thead>
            <tr>
              <th scope="col">{say({ zh: "内容", en: "What" })}</th>
              <th scope="col">{say({ zh: "谁可以看", en: "Who may read it" })}</th>
              <th scope="col">{say({ zh: "理由和依据", en: "Why, on which basis" })}</th>
            </tr>
          </thead>
          <tbody>
            {of.map((entry) => (
              <tr key={entry.field}>
                <th scope="row">
                  {say(termOfField(entry.field))}
                  <br />
                  <code className="quiet">
                    {name}.{entry.field}
                  </code>
                </th>
                <td>
                  {entry.tiers.map((tier) => say(AUDIENCES[tier])).join(say({ zh: "、", en: ", " }))}
                  {entry.mask && (
                    <>
                      {" "}
                      <span className="tag tag-masked">{say(MASKS[entry.mask])}</span>
                    </>
                  )}
                </td>
                <td>
                  <span className="tag tag-withheld">{say(REASONS[entry.reason])}</span> {entry.basis}
                  {entry.until && (
                    <span className={entry.overdue ? "tag tag-required" : "quiet"}>
                      {" "}
                      {say({ zh: `复审日 ${entry.until}`, en: `Review by ${entry.until}` })}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
