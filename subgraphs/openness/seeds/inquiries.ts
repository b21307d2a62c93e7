/** Fills the tables of channels and inquiries: the golden ones and the drawn ones. */
import type { Knex } from "knex";
import { insertRecords } from "../../../platform/database/index.js";
import type { DemonstrationOrganization, DemonstrationWorld } from "../../demonstration.js";
import { INQUIRIES } from "../inquiry/inquiry.rows.js";
import { ChannelKind } from "../participation-channel/participation-channel.enums.js";
import { PARTICIPATION_CHANNELS } from "../participation-channel/participation-channel.rows.js";
import { drawnInquiries } from "./drawn-inquiries.js";
import { GOLDEN_ISSUER } from "./golden-documents.js";
import { goldenInquiries } from "./golden-inquiries.js";
import { channelOf, inquiryRecord } from "./planned-inquiry.js";

/** Their tables. */
export const INQUIRY_TABLES = "inquiries, participation_channels";

/** The service centre of officer-2. */
const CENTRE = "12990101MB90000236";

const isAgency = ({ role, uscc }: DemonstrationOrganization): boolean => role === "agency" && uscc !== undefined;

/** Fills the tables. */
export const seedInquiries = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  const bodies = world.organizations.filter((body) => isAgency(body) || body.uscc === CENTRE);
  const of = (uscc: string): DemonstrationOrganization => bodies.find((body) => body.uscc === uscc)!;
  await insertRecords(
    db,
    PARTICIPATION_CHANNELS,
    bodies.map((body) => {
      const isHotline = body.uscc === GOLDEN_ISSUER;
      return {
        ...{ id: channelOf(body), kind: isHotline ? ChannelKind.HOTLINE : ChannelKind.MAILBOX },
        ...{ name: isHotline ? `${body.name}投诉举报热线` : `${body.name}网上信箱` },
        ...{ phone: isHotline ? "0433-0000000" : undefined, divisionCode: body.divisionCode.slice(0, 6) },
        ...{ agencyId: body.id, agencyUscc: body.uscc! },
      };
    }),
  );
  const others = bodies.filter((body) => isAgency(body) && body.uscc !== GOLDEN_ISSUER);
  await insertRecords(
    db,
    INQUIRIES,
    [...goldenInquiries(world, of(GOLDEN_ISSUER), of(CENTRE)), ...drawnInquiries(world, others)].map(inquiryRecord),
  );
};
