// SPDX-License-Identifier: MIT
// Nothing: the library is made of the archive.
