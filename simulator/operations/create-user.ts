import { recordActivity } from "../activities/record-activity";
import { requireEnvironment } from "../operation";
import type { Operation } from "../operation";
import { effectivePolicy } from "../state/environment";
import { addUser, choosePopulation, requireUniqueUsername } from "../users/add-user";
import { applyImportedAttributes, readImportedAttributes } from "../users/import-attributes";
import { readAttributes } from "../users/read-attributes";
import { userView } from "../views/user-view";
import { readBoolean, readReference, requireObject } from "../wire/json-body";

/** The type that lets the caller set a password, the lifecycle and `emailVerified` too. */
const IMPORT = "application/vnd.pingidentity.user.import+json";

/** Creates a user: enabled unless the body says otherwise and, unless it is an import with one, without a password. */
export const createUser: Operation = (context, request) => {
  const environment = requireEnvironment(context, request);
  const body = requireObject(request.body);
  const now = context.clock.now();
  const attributes = readAttributes(body);
  requireUniqueUsername(environment, attributes.username);
  const populationId = choosePopulation(environment, readReference(body, "population"));
  const policy = effectivePolicy(environment, { populationId }).fields;
  const imported =
    request.mediaType === IMPORT ? readImportedAttributes(body, attributes, policy, now) : undefined;
  const enabled = readBoolean(body, "enabled") ?? true;
  const user = addUser(environment, attributes, { populationId, enabled, now });
  if (imported !== undefined) applyImportedAttributes(user, imported, policy, now);
  recordActivity(context, environment, user, "USER.CREATED", request);
  return { status: 201, body: userView(request.origin, environment, user, now) };
};
