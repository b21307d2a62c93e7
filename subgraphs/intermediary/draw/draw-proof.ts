/** What is told of a draw by lot, so that anyone can recompute it; whether it does is told beside it. Pure. */
import { DRAW_ALGORITHM, recomputes, type KeptDraw } from "../../../platform/domain/index.js";
import type { DrawProof } from "./draw.type.js";

const DESCRIPTION =
  "1. sort the candidates' ids by bytes; 2. candidateListHash = SHA-256 of the ids joined by line feeds; " +
  "3. seed = SHA-256 of sourceValue, line feed, projectNo, line feed, candidateListHash; " +
  "4. position = seed as a whole number modulo the number of candidates, the first being 0. All hashes are lower-case hexadecimal, texts UTF-8. " +
  "（一、候选机构编号按字节排序；二、以换行符连接后取SHA-256为名单哈希；三、对随机源取值、项目编号、名单哈希以换行符连接取SHA-256为种子；四、种子对候选数取模即中选位次，从0起。）";

/** The proof of the draw of a project that selected a candidate on a day. */
export const proofOf = (
  { candidates, candidateListHash, sourceValue, seed }: KeptDraw,
  { projectNo, selected, drawnAt }: { readonly projectNo: string; readonly selected: string; readonly drawnAt: string },
): DrawProof => {
  const position = candidates.indexOf(selected);
  return {
    algorithm: DRAW_ALGORITHM,
    algorithmDescription: DESCRIPTION,
    candidateIds: candidates,
    candidateListHash,
    sourceValue,
    seed,
    ...(position === -1 ? {} : { position }),
    drawnAt,
    verified: recomputes({ projectNo, candidates, sourceValue, candidateListHash, seed, selected }),
  };
};
