# The program from outside: scripts that run it as people and other programs do.
find_package(Python3 REQUIRED COMPONENTS Interpreter)

function(program_test name)
    add_test(NAME program_${name}
        COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/tests/program/${name}_test.py
            $<TARGET_FILE:talking-points>
        WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
endfunction()

foreach(name commands keep_private trouble visit)
    program_test(${name})
endforeach()

add_test(NAME program_needs
    COMMAND ${CMAKE_SOURCE_DIR}/tests/program/needs_test $<TARGET_FILE:Python3::Interpreter>
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})

# Arrows between the rooms; and that the check finds those that are planted.
add_test(NAME include_test COMMAND ${CMAKE_SOURCE_DIR}/tests/include_test ${CMAKE_SOURCE_DIR})
add_test(NAME include_test_finds
    COMMAND ${CMAKE_SOURCE_DIR}/tests/include_test ${CMAKE_SOURCE_DIR} --self-check)
