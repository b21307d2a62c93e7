/** Matters that may be granted on a commitment (告知承诺). */
import type { NewOf } from "../../../platform/database/index.js";
import type { MATTER_COMMITMENTS } from "../commitment/commitment.rows.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { CommitmentType } from "../commitment/commitment.enums.js";
import { TEXTS } from "./commitments.js";

/** What published licensing matters ask for. */
export const matterCommitments = (world: DemonstrationWorld): NewOf<typeof MATTER_COMMITMENTS>[] =>
  world.matters
    .filter(({ published, taskType }) => published && taskType === "01")
    .flatMap(({ id }, index) => [
      ...(index % 4 === 0
        ? [
            {
              matterId: id,
              type: CommitmentType.TOLERANT_ACCEPTANCE,
              text: TEXTS.TOLERANT_ACCEPTANCE,
              withinDays: 30,
            },
          ]
        : []),
      ...(index % 6 === 0
        ? [
            {
              matterId: id,
              type: CommitmentType.CERTIFICATE_NOTICE,
              text: TEXTS.CERTIFICATE_NOTICE,
              withinDays: undefined,
            },
          ]
        : []),
    ]);
