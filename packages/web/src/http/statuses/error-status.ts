/** The statuses under which the API refuses. */
export type ErrorStatus =
  | 400
  | 401
  | 403
  | 404
  | 405
  | 409
  | 410
  | 412
  | 413
  | 415
  | 421
  | 422
  | 428
  | 429
  | 500
  | 503
  | 507
