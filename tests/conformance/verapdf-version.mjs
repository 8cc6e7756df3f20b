/** The version of veraPDF that the tests run. */
export const VERAPDF_VERSION = '1.30.2';
