import type * as dynamic from "@pulumi/pulumi/dynamic";
import { PartialFailure, PingOneError } from "../errors";
import {
  isUnknown,
  lifecycles,
  type Lifecycle,
  type Props,
  type ResourceName,
  subjectKey,
} from "../lifecycle";
import { withoutNulls } from "../user-rows";
import { engineAddress } from "./engine-address";
import { createEngineGuard } from "./engine-alive";
import { createEngineLog } from "./engine-log";
import { createKnownTriggers } from "./known-triggers";
import { PREVIEW_KEY, PROVIDER_KEY, URN_KEY } from "./keys";
import { refuseNoValues, takeNoValues } from "./no-value";
import { createProcessSession } from "./process-session";
import { markReported, quietReportedErrors } from "./quiet-errors";
import { type CallReport, createReports } from "./reports";
import { createRunUsers } from "./run-users";

const engine = engineAddress();
const processSession = createProcessSession(createEngineGuard(engine), createRunUsers(engine));
const reportFor = createReports(createEngineLog(engine));
quietReportedErrors();

/** A lifecycle in the shape that the engine's host for dynamic providers calls. */
export function dynamicProvider(name: ResourceName): dynamic.ResourceProvider {
  // The one place where types end: the engine hands over plain properties, which check has made sure of.
  const lifecycle = lifecycles[name](processSession.session) as unknown as Lifecycle<Props, Props>;
  const urns = new Map<string, string>();
  const triggers = createKnownTriggers();

  async function run<T>(key: string, props: Props, call: (report: CallReport) => Promise<T>): Promise<T> {
    const report = reportFor(`${name} ${key}`, urns.get(key));
    try {
      return await call(report);
    } catch (error) {
      throw toEngineError(error, props);
    } finally {
      await report.flush();
    }
  }

  return {
    configure: ({ config }) => {
      processSession.configure((key) => config.get(key));
      return Promise.resolve();
    },
    check: async (olds: Props, news: Props) => {
      const urn = news[URN_KEY];
      if (news[PREVIEW_KEY] === true) {
        processSession.notePreview();
      }
      if (typeof urn === "string") {
        urns.set(subjectKey(news), urn);
      }
      const { inputs, failures } = await run(subjectKey(news), news, (report) => {
        const before = strip(olds);
        const { props, found } = takeNoValues(strip(news));
        const refused = refuseNoValues(before, props, found, report);
        triggers.keep(before, props, report);
        return refused.length > 0
          ? Promise.resolve({ inputs: {}, failures: refused })
          : lifecycle.check(before, withoutNulls(props), report);
      });
      if (typeof urn === "string") {
        urns.set(subjectKey(inputs), urn);
      }
      return { inputs: given(inputs), failures: [...failures] };
    },
    diff: (id, olds: Props, news: Props) =>
      run(keyOf(id, news), news, async (report) => {
        const after = strip(news);
        const before = triggers.restore(strip(olds), after);
        const { changes, replaces } = await lifecycle.diff(id, before, after, report);
        return { changes, replaces: [...replaces] };
      }),
    create: (inputs: Props) =>
      run(subjectKey(inputs), inputs, async (report) => {
        const { id, outs } = await lifecycle.create(strip(inputs), report);
        return { id, outs: given(outs) };
      }),
    read: (id, props: Props = {}) =>
      run(userOf(id), props, async (report) => {
        const found = await lifecycle.read(id, strip(props), report);
        return found === undefined ? { id: "" } : { id, props: given(found) };
      }),
    update: (id, olds: Props, news: Props) =>
      run(keyOf(id, news), news, async (report) => {
        const after = strip(news);
        const before = triggers.restore(strip(olds), after);
        return { outs: given(await lifecycle.update(id, before, after, report)) };
      }),
    delete: (id, props: Props) =>
      run(userOf(id), props, (report) => lifecycle.delete(id, strip(props), report)),
  };
}

/** The text that finds this code arrives among the properties of every call, as the URN does of some, and is none of theirs. */
function strip({
  [PROVIDER_KEY]: _text,
  [URN_KEY]: _urn,
  [PREVIEW_KEY]: _isPreview,
  ...props
}: Props): Props {
  return props;
}

/** The engine carries no undefined. */
function given(props: Props): Record<string, unknown> {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined));
}

/** What check knew the resource by: one that is declared by a username has another id. */
function keyOf(id: string, { environmentId, username, ...news }: Props): string {
  if (news["users"] !== undefined) {
    return id;
  }
  return username === undefined || isUnknown([environmentId, username])
    ? userOf(id)
    : subjectKey({ ...news, environmentId, username });
}

/** Every id begins with the environment and the user, but for that of many users. */
function userOf(id: string): string {
  return id.startsWith("pulumi:") ? id : id.split("/", 2).join("/");
}

/** The engine shows the message on the resource's line; errors that are no bug need nothing beside it. */
function toEngineError(error: unknown, props: Props): unknown {
  if (error instanceof PartialFailure) {
    return Object.assign(new Error(error.message), {
      id: error.id,
      properties: { ...given(error.properties), [PROVIDER_KEY]: props[PROVIDER_KEY] },
      reasons: [error.message],
    });
  }
  return error instanceof PingOneError ? markReported(new Error(error.message)) : error;
}
