/** Scores of an evaluation: one for each target, none above its weight. Pure. */
import { badInput } from "../../../platform/errors/index.js";
import type { EvaluateProjectInput, TargetScoreInput } from "./project-handling.input.js";
import type { ScoredWeight } from "./project-handling.repository.js";

/** The scores; none where the project has no targets. Throws BAD_USER_INPUT (SCORES) where they are not one for each target, or one is above its weight. */
export const scoresOf = (
  { scores }: Pick<EvaluateProjectInput, "scores">,
  targets: readonly ScoredWeight[],
): readonly TargetScoreInput[] => {
  const weights = new Map(targets.map(({ id, weight }) => [id, weight]));
  const scored = new Set(scores.map(({ targetId }) => targetId));
  const fits = scores.every(({ targetId, score }) => score <= (weights.get(targetId) ?? -1));
  if (!fits || scored.size !== scores.length || scores.length !== targets.length)
    throw badInput("scores", "SCORES", "Each target of the project has one score, at most its weight.");
  return scores;
};
