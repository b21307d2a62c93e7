/** Licences of a body. */
import { useSay } from "../language.js";
import type { CreditAnswer, CreditOrganization } from "./organization.js";
import { Records } from "./records.js";
import { RECORD_STATES } from "./words.js";

interface LicencesProps {
  readonly of: CreditOrganization["licences"];
  readonly answer: CreditAnswer;
}

/** The list. */
export const Licences = ({ of, answer }: LicencesProps) => {
  const say = useSay();
  return (
    <Records
      id="licences"
      title={{ zh: "行政许可", en: "Licences" }}
      none={{ zh: "没有公开的行政许可。", en: "No licence is published." }}
      answer={answer}
      field="licences"
      of={of}
    >
      {(licence) => (
        <>
          <h3>
            {licence.certName ?? licence.docName ?? licence.content}{" "}
            <span className="tag tag-plain">{say(RECORD_STATES[licence.state])}</span>
          </h3>
          <p className="quiet">
            {[
              licence.docNo,
              licence.authority?.name,
              licence.validTo && say({ zh: `有效期至 ${licence.validTo}`, en: `Valid until ${licence.validTo}` }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
        </>
      )}
    </Records>
  );
};
