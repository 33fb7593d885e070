/* SPDX-License-Identifier: MIT */
#include <libparse.h>
#include <stdio.h>
#include <stdlib.h>

/* usage: consumer_c NOTICE: prints who is to do what until when */
int main(int argc, char** argv) {
  FILE* file = argc > 1 ? fopen(argv[1], "rb") : NULL;
  if (file == NULL) return 2;
  static char bytes[1 << 22];
  const size_t size = fread(bytes, 1, sizeof bytes, file);
  fclose(file);

  libparse_notice* notice = NULL;
  libparse_error* error = NULL;
  if (libparse_parse(bytes, size, NULL, &notice, &error) != LIBPARSE_OK) {
    fprintf(stderr, "%s: %s\n", argv[1], libparse_error_message(error));
    libparse_error_free(error);
    return EXIT_FAILURE;
  }
  for (size_t i = 0; i < libparse_notice_task_count(notice); ++i) {
    const libparse_task* task = libparse_notice_task(notice, i);
    printf("%s\t%s\t%s\t%s\n", libparse_task_id(task), libparse_task_title(task),
           libparse_responsibility_name(libparse_task_responsibility(task, 0)),
           libparse_time_end(libparse_task_time(task, 0)));
  }
  libparse_notice_free(notice);
  return EXIT_SUCCESS;
}
