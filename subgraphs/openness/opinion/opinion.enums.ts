/** Enumerations of opinions on drafts of decisions. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** What the organiser did with an opinion. */
export enum OpinionOutcome {
  PENDING = "PENDING",
  ADOPTED = "ADOPTED",
  PARTLY_ADOPTED = "PARTLY_ADOPTED",
  NOT_ADOPTED = "NOT_ADOPTED",
}

/** Who gave an opinion, without a name. */
export enum OpinionAuthor {
  PERSON = "PERSON",
  ORGANIZATION = "ORGANIZATION",
}

describeEnum(OpinionAuthor, "OpinionAuthor", "Who gave an opinion; names are shown to nobody (意见提出人类别).", {
  PERSON: "A person (自然人).",
  ORGANIZATION: "A body (法人或者其他组织).",
});
