/** What holds in the tables of each service whatever filled them, seed or imports: SQL of what breaks it, of which there is nothing. */
import type { Knex } from "knex";

/** A sentence, and the rows that break it. */
export type Invariant = readonly [sentence: string, broken: string];

const FUNDS: readonly Invariant[] = [
  [
    "B1: no account of a lineage is ever below zero, on any day",
    `select * from (
       select account, lineage, occurred_on,
         sum(sum(case direction when 'DEBIT' then amount_fen else -amount_fen end)) over (partition by account, lineage order by occurred_on) as held
       from postings where account ~ '^([0-9]|CN-|PROJECT:)' or account = 'TRANSIT' group by account, lineage, occurred_on) as held
     where held < 0`,
  ],
  [
    "B1: what an account received and was brought in is what it passed on, assigned, paid, gave back, carried over and holds",
    `select * from (
       select account, lineage,
         coalesce(sum(amount_fen) filter (where direction = 'DEBIT' and kind in ('RECEIVE', 'ASSIGN_PROJECT', 'PAY_RETURN', 'ADJUST', 'RECLAIM')), 0) as inflow,
         coalesce(sum(amount_fen) filter (where direction = 'CREDIT' and kind in ('ALLOCATE_DOWN', 'ASSIGN_PROJECT', 'PAY', 'RECLAIM', 'CARRY_OVER')), 0) as outflow,
         sum(case direction when 'DEBIT' then amount_fen else -amount_fen end) as balance
       from postings where account ~ '^([0-9]|CN-|PROJECT:)' group by account, lineage) as accounts
     where balance <> inflow - outflow`,
  ],
  [
    "B3: projects hold what was assigned and not paid, and no contract is overpaid",
    `select project_code from fund_projects f
     where (select coalesce(sum(case direction when 'DEBIT' then amount_fen else -amount_fen end), 0) from postings where account = 'PROJECT:' || f.project_code)
        <> (select coalesce(sum(case kind when 'ASSIGN_PROJECT' then p.amount_fen when 'PAY_RETURN' then p.amount_fen else -p.amount_fen end), 0)
            from postings p join allocations a on a.id = p.allocation_id where a.to_project_code = f.project_code and p.direction = 'CREDIT')
       or f.contract_fen < (select coalesce(sum(y.amount_fen - coalesce(y.returned_fen, 0)), 0) from payments y join allocations a on a.id = y.allocation_id
            where a.to_project_code = f.project_code)`,
  ],
  [
    "B4: lines make up their batch and its payment",
    `select b.batch_no from subsidy_batches b left join payments y using (payment_no)
     where b.declared_fen <> (select sum(amount_fen) from subsidy_lines l where l.batch_no = b.batch_no)
        or y.amount_fen <> b.declared_fen or b.declared_count <> (select count(*) from subsidy_lines l where l.batch_no = b.batch_no)`,
  ],
  [
    "B4: each line is quantity times standard, rounded half up",
    `select batch_no, line_no from subsidy_lines where amount_fen <> floor(quantity * standard_fen + 0.5)`,
  ],
  [
    "B5: the legs of a lineage make zero",
    `select lineage from postings group by lineage having sum(case direction when 'DEBIT' then amount_fen else -amount_fen end) <> 0`,
  ],
  [
    "B5: no more is brought into a year than was carried over into it",
    `select sum(case direction when 'DEBIT' then amount_fen else -amount_fen end) as fen from postings where account = 'CARRIED'
     having sum(case direction when 'DEBIT' then amount_fen else -amount_fen end) < 0`,
  ],
  [
    "B7: money reached a person once for a policy and a period",
    `select policy_code, period from subsidy_lines join subsidy_batches using (batch_no)
     where payment_no is not null and (returned_on is null or repaid_payment_no is not null)
     group by policy_code, period, recipient_hash having count(*) > 1`,
  ],
  [
    "B9: payments are movements of the book",
    `select y.payment_no from payments y
     left join postings p on p.movement_id = y.movement_id and p.direction = 'DEBIT' and p.kind = 'PAY' and p.account = 'PAYEES'
     left join postings r on r.movement_id = y.return_movement_id and r.direction = 'CREDIT' and r.kind = 'PAY_RETURN'
     where p.amount_fen is distinct from y.amount_fen or p.occurred_on <> y.paid_on
        or (r.amount_fen, r.occurred_on) is distinct from (y.returned_fen, y.returned_on)`,
  ],
  [
    "no village has two batches for a policy and period",
    `select 1 from subsidy_batches group by policy_code, period, village_code having count(*) > 1`,
  ],
];

const RECORDS = [
  ["licences", "doc_no"],
  ["penalties", "doc_no"],
  ["list_entries", "decision_doc_no"],
] as const;

const CREDIT: readonly Invariant[] = [
  ...RECORDS.flatMap(([table, column]): Invariant[] => [
    [
      `C2: each of ${table} traces to a number of a decision and an authority`,
      `select id from ${table} where coalesce(trim(${column}), '') = '' or coalesce(authority_id, '') = '' or coalesce(authority_uscc, '') = ''`,
    ],
    [
      `C2: no number of ${table} is used twice by an authority for one party`,
      `select ${column} from ${table} group by authority_uscc, ${column}, counterparty_id${table === "list_entries" ? "" : ", counterparty_hash, counterparty_name"} having count(*) > 1`,
    ],
  ]),
  [
    "C3: every last day lies within its rule, and every rule is of the severity and the regulator, or of its system and place",
    `select p.id from penalties p join severity_rules r on r.id = p.severity_rule_id
      where p.severity <> r.severity or (r.system is null and r.regulator_uscc is not null and r.regulator_uscc <> p.authority_uscc)
        or (r.system is not null and (p.repair_system is distinct from r.system or not starts_with(p.division_code, regexp_replace(r.jurisdiction, '(00)+$', '')))) or (p.publicity_until is not null
        and p.publicity_until not between (p.decision_date + make_interval(months => r.min_months))::date and (p.decision_date + make_interval(months => r.max_months))::date)`,
  ],
  [
    "nothing is published before it was decided",
    `select id from penalties where published_on < decision_date union all select id from licences where published_on < decision_date`,
  ],
];

const MATTERS: readonly Invariant[] = [
  [
    "a matter that stands at a version has it, with its state",
    `select m.id from service_matters m where not exists (
       select from service_matter_versions v where v.matter_id = m.id and v.version = m.version and v.status = m.status)`,
  ],
  [
    "a matter has at most one version without an end",
    `select matter_id from service_matter_versions group by matter_id having count(*) filter (where valid_to is null) > 1`,
  ],
];

const INTERMEDIARY: readonly Invariant[] = [
  [
    "a service is linked to a matter once",
    `select service_code from service_matter_links group by service_code, matter_id having count(*) > 1`,
  ],
];

const REFERENCE: readonly Invariant[] = [
  [
    "an identifier has one holder at a time",
    `select scheme, value from organization_identifiers where valid_to is null group by scheme, value having count(*) > 1`,
  ],
  [
    "an organisation's credit code is its id's",
    `select id from organizations where id like 'CN-USCC-%' and id <> 'CN-USCC-' || uscc`,
  ],
];

const OPENNESS: readonly Invariant[] = [
  [
    "no document says anything of itself, and of no other twice the same",
    `select index_no from document_relations where other_index_no = index_no
     union all select min(index_no) from document_relations group by index_no, kind, other_index_no, part having count(*) > 1`,
  ],
  [
    "no document ends before it begins or is published before it is issued",
    `select index_no from public_documents where valid_until < valid_from or published_on < created_on`,
  ],
  [
    "an interpretation is of its document's issuer and division, and not published before it",
    `select i.id from policy_interpretations i join public_documents d using (index_no)
     where i.issuer_uscc is distinct from d.issuer_uscc or i.division_code <> d.division_code
       or coalesce(i.published_on < d.published_on, i.published_on is not null)`,
  ],
  [
    "the steps of a task make a hundred hundredths, and a task that is done has no step that is not",
    `select t.id from implementation_tasks t join task_steps s on s.task_id = t.id group by t.id
     having sum(s.weight) <> 100 or (t.done_on is not null and not bool_and(coalesce(s.done_on <= t.done_on, false)))`,
  ],
  [
    "an opinion belongs to the organiser, the division and a topic of its decision",
    `select o.id from opinions o join decisions d on d.id = o.decision_id join consultation_topics t on t.id = o.topic_id
     where o.organiser_uscc <> d.organiser_uscc or o.division_code <> d.division_code or t.decision_id <> o.decision_id`,
  ],
  [
    "what is not adopted has a reason, and what is answered an outcome",
    `select id from opinions where (state = 'NOT_ADOPTED' and reason is null) or (state = 'PENDING') <> (answered_on is null)`,
  ],
  [
    "a third party is asked while its request is in hand, one at a time",
    `select request_no from disclosure_consultations c join disclosure_requests r using (request_no)
     where c.asked_on < r.received_on or c.ended_on > r.ended_on or (c.ended_on is null and r.state in ('RECEIVED', 'REGISTERED', 'ANSWERED'))
     union all select request_no from disclosure_consultations where ended_on is null group by 1 having count(*) > 1`,
  ],
  [
    "an inquiry lies with the body that handles it while it handles it, else with the one that received it",
    `select inquiry_no from inquiries where held_by_uscc <> case state when 'ASSIGNED' then assigned_uscc else intake_uscc end
      or (state in ('RECEIVED', 'TRIAGED', 'RETURNED', 'MERGED') and assigned_uscc is not null)`,
  ],
  [
    "a request that is refused tells reasons and remedy, and one that is granted gives something",
    `select request_no from disclosure_requests r where state = 'ANSWERED' and case when outcome in ('DISCLOSED', 'ALREADY_PUBLIC')
       then index_no is null and not exists (select 1 from attached_files f where f.holder_kind = 'DisclosureRequest' and f.holder_key = r.request_no)
       else reasons is null or remedy is null end`,
  ],
];

/** By service. */
export const INVARIANTS: Readonly<Record<string, readonly Invariant[]>> = {
  reference: REFERENCE,
  matters: MATTERS,
  intermediary: INTERMEDIARY,
  credit: CREDIT,
  funds: FUNDS,
  openness: OPENNESS,
};

/** The sentences that do not hold, each with the first row that breaks it. */
export const brokenInvariants = async (service: string, db: Knex): Promise<[sentence: string, row: unknown][]> => {
  const broken: [string, unknown][] = [];
  for (const [sentence, sql] of INVARIANTS[service]!) {
    const { rows } = await db.raw<{ rows: unknown[] }>(`select * from (${sql}) as broken limit 1`);
    if (rows.length > 0) broken.push([sentence, rows[0]]);
  }
  return broken;
};
