/** Whose a process and each of its parts is: everyone's once published; before, its buyer's and their supervisors' (政府信息公开条例 20; 国办发〔2017〕97号). Pure. */
import { anyOf, entitled, since } from "../../../platform/disclosure/admission/index.js";

/** Who may know of it: the same of processes, awards, contracts and payments. */
export const WHOSE_CONTRACTING = anyOf(
  since("published_on"),
  entitled({ agency: "buyer_uscc", division: "division_code" }),
);
