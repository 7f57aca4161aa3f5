import type { ApiError } from "../errors";

/** The error envelope of the platform API. @param id the id under which the response is known */
export function errorView(id: string, error: ApiError): object {
  return {
    id,
    code: error.code,
    message: error.message,
    ...(error.details.length === 0 ? {} : { details: error.details }),
  };
}
