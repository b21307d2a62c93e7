/** What a body promised, and what became of it; who signed is shown in part. */
import { shownAt } from "@govgraph/client";
import { useSay } from "../language.js";
import { Value } from "../ui/value.js";
import type { CreditAnswer, CreditOrganization } from "./organization.js";
import { Records } from "./records.js";
import { FULFILMENTS } from "./words.js";
import { Said } from "../ui/said.js";

interface CommitmentsProps {
  readonly of: CreditOrganization["commitments"];
  readonly answer: CreditAnswer;
}

/** The list. */
export const Commitments = ({ of, answer }: CommitmentsProps) => {
  const say = useSay();
  return (
    <Records
      id="commitments"
      title={{ zh: "信用承诺", en: "Commitments" }}
      none={{ zh: "没有公开的信用承诺。", en: "No commitment is published." }}
      answer={answer}
      field="commitments"
      of={of}
    >
      {(commitment, index) => (
        <>
          <h3>
            <Said>{commitment.text}</Said>{" "}
            <span className={`tag tag-${commitment.fulfilment === "BROKEN" ? "required" : "plain"}`}>
              {say(FULFILMENTS[commitment.fulfilment])}
            </span>
          </h3>
          <p className="quiet">
            {say({ zh: `${commitment.signedOn} 签署，签署人`, en: `Signed ${commitment.signedOn} by` })}{" "}
            <Value of={shownAt(answer, ["organization", "commitments", "nodes", index, "signerName"])} />
          </p>
        </>
      )}
    </Records>
  );
};
