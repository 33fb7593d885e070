# Installs the library, its headers, the schemas, a CMake package and a pkg-config file.
include(CMakePackageConfigHelpers)

install(TARGETS libparse EXPORT libparse_targets ARCHIVE LIBRARY RUNTIME)
install(TARGETS libparse_pdf LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}/libparse")
install(DIRECTORY libparse/include/libparse DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" FILES_MATCHING PATTERN "*.hpp")
install(FILES libparse/include/libparse.h DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(DIRECTORY schemas DESTINATION "${CMAKE_INSTALL_DATADIR}/libparse")

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/libparse")
install(EXPORT libparse_targets NAMESPACE libparse:: FILE libparseTargets.cmake DESTINATION "${package_dir}")
configure_package_config_file(cmake/libparseConfig.cmake.in "${PROJECT_BINARY_DIR}/libparseConfig.cmake"
  INSTALL_DESTINATION "${package_dir}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/libparseConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/libparseConfig.cmake" "${PROJECT_BINARY_DIR}/libparseConfigVersion.cmake"
  DESTINATION "${package_dir}")

configure_file(cmake/libparse.pc.in "${PROJECT_BINARY_DIR}/libparse.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/libparse.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
