# The Debian package: what is installed where, and what CPack has to know. Files for the machine are
# under /usr/lib, where they need no undoing; only what an operator may change lies in /etc.
set(system ${CMAKE_SOURCE_DIR}/board/system)

# Debian wants a name and an address in each package. Who gives it to others puts their own here
# (board/package takes it from the environment); until then it is an address that nobody can have.
set(TP_MAINTAINER "The builder of this package <nobody@example.org>" CACHE STRING
    "Who looks after the package: a name and, between < and >, an address")

# put(FILE FOLDER NAME [PROGRAM])
function(put file folder name)
    if("${ARGN}" STREQUAL PROGRAM)
        install(PROGRAMS ${file} DESTINATION ${folder} RENAME ${name})
    else()
        install(FILES ${file} DESTINATION ${folder} RENAME ${name})
    endif()
endfunction()

install(FILES ${system}/talking-points.service ${system}/talking-points-safe.service
              ${system}/talking-points-usb.service DESTINATION lib/systemd/system)
put(${system}/generator lib/systemd/system-generators talking-points PROGRAM)
put(${system}/name-usb lib/talking-points name-usb PROGRAM)
put(${system}/large-letters lib/talking-points large-letters PROGRAM)
put(${system}/sysusers.conf lib/sysusers.d talking-points.conf)
put(${system}/sysctl.conf lib/sysctl.d 60-talking-points.conf)
put(${system}/journald.conf lib/systemd/journald.conf.d 60-talking-points.conf)
put(${system}/logind.conf lib/systemd/logind.conf.d 60-talking-points.conf)
put(${system}/manager.conf lib/systemd/system.conf.d 60-talking-points.conf)
put(${system}/udev.rules lib/udev/rules.d 71-talking-points.rules)
put(${system}/polkit.rules share/polkit-1/rules.d 50-talking-points.rules)

# The operator's file: here for a Debian machine; card images copy the folder onto the boot partition.
set(operator ${CMAKE_SOURCE_DIR}/board/operator)
install(FILES ${operator}/kiosk.json ${operator}/kiosk.txt DESTINATION share/talking-points/boot)
install(FILES ${operator}/kiosk.json DESTINATION /etc/talking-points)

# Packed as Debian wants papers.
function(put_packed file folder name)
    install(CODE "
        set(folder \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${folder}\")
        file(MAKE_DIRECTORY \"\${folder}\")
        execute_process(COMMAND gzip -9nc \"${file}\" OUTPUT_FILE \"\${folder}/${name}.gz\"
            COMMAND_ERROR_IS_FATAL ANY)")
endfunction()
configure_file(${CMAKE_SOURCE_DIR}/board/deb/changelog ${CMAKE_BINARY_DIR}/changelog @ONLY)
put_packed(${CMAKE_BINARY_DIR}/changelog share/doc/talking-points changelog)
put_packed(${CMAKE_SOURCE_DIR}/board/talking-points.1 share/man/man1 talking-points.1)
install(FILES ${CMAKE_SOURCE_DIR}/board/deb/copyright ${CMAKE_SOURCE_DIR}/board/README.md
              ${CMAKE_SOURCE_DIR}/board/DATA-PROTECTION.md DESTINATION share/doc/talking-points)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME talking-points)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_CONTACT "${TP_MAINTAINER}")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_ARCHITECTURE ${TP_PACKAGE_ARCHITECTURE})
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What is opened only while it runs, and what the service stands on.
set(CPACK_DEBIAN_PACKAGE_DEPENDS
    "fonts-sil-andika, fonts-opendyslexic, dbus, eject, libegl1, libgbm1, libgl1-mesa-dri, libgles2, polkitd, systemd-sysv, udev, udisks2")
# Letters of the page of plain text; the voice that reads pages aloud, opened only to be heard.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "kbd, libespeak-ng1, espeak-ng-data")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY
    "offline kiosk that helps parents write outcomes for their child")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Turns the machine it is installed on into a kiosk for parents of children with
special educational needs: a guide in plain words, good and not-yet-good
examples, and help to write an outcome, to keep it and to take it home on a USB
stick. There is no network, no account and no log of anything typed.
.
From its next start the machine shows the kiosk alone: no log-in behind it, and
of what is plugged in over USB only sticks and touch screens work.")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
foreach(name postinst prerm postrm conffiles)
    list(APPEND CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${CMAKE_SOURCE_DIR}/board/deb/${name})
endforeach()
include(CPack)
