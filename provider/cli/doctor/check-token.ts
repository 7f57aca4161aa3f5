import type { Connection } from "../../config";
import type { Source } from "../../config/source";
import { PingOneAuthError, type PingOneError } from "../../errors";
import { isUuid } from "../../ids";
import { failed, type Finding } from "./finding";

/** What is known when a token was refused. */
export type RefusedToken = {
  readonly connection: Connection;
  readonly source: Source;
  readonly error: PingOneError;
  /** True once the token endpoint issued one: then it is the API that does not take it. */
  readonly wasIssued: boolean;
  readonly knowsEnvironment: boolean;
  /** The other region that has the worker's environment. */
  readonly otherRegion: string | undefined;
};

/** Says which of client id, secret, environment and region may be wrong. PingOne gives the same answer for all of them. */
export function explainToken(refused: RefusedToken): Finding {
  const { error, source, otherRegion } = refused;
  if (!(error instanceof PingOneAuthError)) {
    return failed("token", error.message);
  }
  if (otherRegion !== undefined) {
    return failed(
      "token",
      `is refused (${error.status} ${error.code}): the environment of the worker is in the region ${otherRegion}, not in the one that is asked.`,
      `Set the region ${otherRegion}: ${source.howToSet("regionCode")}`,
    );
  }
  return failed("token", describe(refused, error), adviseOn(refused, error.status));
}

function describe({ connection, wasIssued }: RefusedToken, error: PingOneAuthError): string {
  const { status, code } = error;
  if (wasIssued) {
    return `one was issued, but the API refuses it. ${error.message}`;
  }
  return connection.credentials.kind === "token"
    ? `the access token from ${connection.source} is refused (${status} ${code}).`
    : `is refused (${status}${code.startsWith("HTTP_") ? "" : ` ${code}`}).`;
}

function adviseOn({ connection, source, wasIssued, knowsEnvironment }: RefusedToken, status: number): string {
  const { credentials } = connection;
  if (credentials.kind === "token") {
    return `It may have expired (PingOne's last an hour) or be another region's: get a new one, or use client id and secret instead: ${source.howToSet("apiAccessToken")}`;
  }
  if (wasIssued) {
    return `If the credentials are right, the API and the auth URL belong to different regions: ${source.nameOf("apiUrl")}, ${source.nameOf("authUrl")} in ${source.name}.`;
  }
  const { clientId, clientSecret } = credentials;
  const [id, secret] = [source.nameOf("clientId"), source.nameOf("clientSecret")];
  const hints = [
    ...(clientId === clientSecret ? [`${id} and ${secret} are the same text`] : []),
    ...(isUuid(clientId) ? [] : [`${id} is no UUID, as PingOne's client ids are`]),
    ...(isUuid(clientSecret) ? [`${secret} looks like an id`] : []),
    ...(/^["']|["']$/.test(clientSecret) ? [`${secret} has a quotation mark at an end`] : []),
  ];
  const home = `${source.nameOf("environmentId")} (the environment that holds the worker) or the region`;
  const where = knowsEnvironment
    ? `${source.nameOf("environmentId")} and the region are right, so it is ${id} or ${secret}`
    : status === 404
      ? `it is most likely ${home}: no such environment is known there`
      : `it is ${id}, ${secret}, ${home}: PingOne does not tell which`;
  return `${hints.length === 0 ? "" : `Look first here: ${hints.join("; ")}. `}All come from ${source.name}, and ${where}. The application has to be enabled (PingOne console: Applications > your worker > Overview).`;
}
